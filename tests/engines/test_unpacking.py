"""Archives that mean well, and others."""

from __future__ import annotations

import zipfile

import pytest

from toolkit.engines.problem import ModelProblem
from toolkit.engines.unpacking import unpack


def archive(path, members, mode=0o644):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, data)
    return path


def test_files_land_in_the_folder(tmp_path):
    unpack(archive(tmp_path / "a.zip", {"m/config.json": "{}", "m/model.bin": "x"}), tmp_path / "out")
    assert (tmp_path / "out" / "m" / "model.bin").read_text() == "x"


@pytest.mark.parametrize("name", ["../evil", "m/../../evil", "/etc/evil", "C:/evil", "..\\evil"])
def test_nothing_leads_out_of_the_folder(tmp_path, name):
    with pytest.raises(ModelProblem, match="leads out of its folder"):
        unpack(archive(tmp_path / "a.zip", {"good": "x", name: "x"}), tmp_path / "out")
    assert [path.name for path in tmp_path.rglob("*")] == ["a.zip"]


def test_links_are_refused(tmp_path):
    with pytest.raises(ModelProblem, match="holds a link"):
        unpack(archive(tmp_path / "a.zip", {"link": "/etc/passwd"}, 0o120777), tmp_path / "out")


def test_a_bomb_is_refused_before_it_is_opened(tmp_path):
    with pytest.raises(ModelProblem, match="unpacks to over 1,000 bytes"):
        unpack(archive(tmp_path / "a.zip", {"zeros": b"\0" * 1_000_000}), tmp_path / "out", limit=1000)
    assert not (tmp_path / "out").exists()


def test_a_crowd_of_files_is_refused(tmp_path):
    with pytest.raises(ModelProblem, match="10,000 files"):
        unpack(archive(tmp_path / "a.zip", {str(n): "" for n in range(10_001)}), tmp_path / "out")


@pytest.mark.parametrize("cut", [10, -30])
def test_what_is_no_zip_is_told(tmp_path, cut):
    whole = archive(tmp_path / "a.zip", {"a": b"abc" * 1000}).read_bytes()
    (tmp_path / "b.zip").write_bytes(whole[:cut])
    with pytest.raises(ModelProblem, match="is no zip archive that can be read"):
        unpack(tmp_path / "b.zip", tmp_path / "out")


def test_a_damaged_member_is_told(tmp_path):
    data = bytearray(archive(tmp_path / "a.zip", {"a": b"0123456789" * 1000}).read_bytes())
    data[40] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(ModelProblem):
        unpack(tmp_path / "a.zip", tmp_path / "out")
