"""Third-party models behind protocols: the only room that installs and loads them.

CTranslate2 and SentencePiece are imported when a model is loaded, not before.
"""

from toolkit.engines.engine import Engine
from toolkit.engines.hardware import Running
from toolkit.engines.loading import load
from toolkit.engines.problem import ModelProblem

__all__ = ["Engine", "ModelProblem", "Running", "load"]
