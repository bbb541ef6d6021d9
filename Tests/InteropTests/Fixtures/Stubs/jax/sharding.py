class PartitionSpec(tuple):
    def __new__(cls, *parts):
        return super().__new__(cls, parts)


class Mesh:
    def __init__(self, devices, axes):
        assert len(devices.shape) == len(axes), "a mesh names each of its dimensions"
        self.shape = dict(zip(axes, devices.shape))
