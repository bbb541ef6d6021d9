class FullAC:
    class Config:
        pass


class SelectiveAC:
    class Config:
        pass
