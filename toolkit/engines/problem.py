"""What is wrong with a model, said in one line."""

from __future__ import annotations


class ModelProblem(Exception):  # noqa: N818 (what a desk calls it)
    """A model that cannot be used or had: `model` as the user named it, and what is wrong and what to do about it.

    >>> str(ModelProblem("m2m", "is not installed; run: copydesk model install m2m"))
    'm2m: is not installed; run: copydesk model install m2m'
    """

    def __init__(self, model: str, message: str) -> None:
        """Keep the two parts apart, and join them for a reader."""
        self.model = model
        self.message = message
        super().__init__(f"{model}: {message}")
