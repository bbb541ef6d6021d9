class asarray:
    def __init__(self, values):
        self.count = len(values)

    def reshape(self, shape):
        product = 1
        for size in shape:
            product *= size
        assert product <= self.count
        self.shape = shape
        return self
