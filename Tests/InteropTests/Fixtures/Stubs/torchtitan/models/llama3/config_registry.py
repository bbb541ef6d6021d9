from torchtitan.trainer import Trainer


def llama3_debugmodel() -> Trainer.Config:
    return Trainer.Config()


llama3_8b = llama3_70b = llama3_405b = llama3_debugmodel
