"""A Marian model as OPUS-MT publishes it, converted by CTranslate2's own converter; no PyTorch."""

from __future__ import annotations

import shutil
from pathlib import Path

from toolkit.engines.problem import ModelProblem

CONFIG = "decoder.yml"
_KEPT = ("source.spm", "target.spm", "README.md", "LICENSE")


def convert(folder: Path, output: Path, name: str) -> bool:
    """Write the model of `folder` into `output` with 8-bit weights; whether it was trained with guided alignment.

    OPUS-MT says so by calling the kind of model `transformer-align`. Raises ModelProblem.
    """
    from ctranslate2.converters import OpusMTConverter  # noqa: PLC0415 (only an installation converts)

    config = _config(folder, name)
    try:
        OpusMTConverter(str(folder)).convert(str(output), quantization="int8")
    except (ValueError, KeyError, IndexError, TypeError, OSError) as error:
        raise ModelProblem(name, f"cannot be converted: {' '.join(str(error).split())}") from error
    for kept in _KEPT:
        if (folder / kept).is_file():
            shutil.copyfile(folder / kept, output / kept)
    readme = folder / "README.md"
    told = readme.read_text("utf-8", "replace") if readme.is_file() else ""
    return "transformer-align" in told + config


def _config(folder: Path, name: str) -> str:
    """The text of decoder.yml, whose files all lie in its folder. Raises ModelProblem."""
    import yaml  # noqa: PLC0415 (CTranslate2 brings it along)

    text = (folder / CONFIG).read_text("utf-8", "replace")
    try:
        config = yaml.safe_load(text)
        files = [str(file) for file in (*config["models"], *config["vocabs"])]
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise ModelProblem(name, f"{CONFIG} does not name its models and vocabs; is it an OPUS-MT archive?") from error
    for file in files:
        if Path(file).name != file or not (folder / file).is_file():
            raise ModelProblem(name, f"{CONFIG} names {file!r}, which is not in its folder")
    return text
