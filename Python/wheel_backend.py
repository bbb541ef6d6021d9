"""Builds the wheel: the package, the library and the catalogue, and nothing to compile.

`make wheel` builds librhumb.so first. The backend needs no other package, so
`pip wheel --no-deps Python/` works without a network.
"""

import base64
import hashlib
import pathlib
import platform
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
NAME, VERSION = "rhumb", "0.1.0"
# What the library needs of the C library; `make wheel` checks it.
GLIBC = "2_35"
METADATA = f"""Metadata-Version: 2.1
Name: {NAME}
Version: {VERSION}
Summary: Plan how a training job is spread over a cluster, and simulate it
License: GPL-3.0-or-later AND Apache-2.0
Requires-Python: >=3.9
"""


def get_requires_for_build_wheel(config_settings=None):
    return []


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    tag = f"py3-none-manylinux_{GLIBC}_{platform.machine()}"
    name = f"{NAME}-{VERSION}-{tag}.whl"
    info = f"{NAME}-{VERSION}.dist-info"
    files = {f"{path.relative_to(HERE / 'src')}": path for path in sources()}
    for path in sorted((ROOT / ".build" / "librhumb").iterdir()):
        files[f"{NAME}/_library/{path.name}"] = path
    for directory in ("Models", "Clusters"):
        for path in sorted((ROOT / directory).rglob("*.yaml")):
            files[f"{NAME}/_library/{path.relative_to(ROOT)}"] = path
    texts = {
        f"{info}/METADATA": METADATA,
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: rhumb\nRoot-Is-Purelib: false\nTag: {tag}\n",
    }
    contents = {target: path.read_bytes() for target, path in sorted(files.items())}
    contents |= {target: text.encode() for target, text in texts.items()}
    record = "".join(f"{target},{digest(data)},{len(data)}\n" for target, data in contents.items())
    contents[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    with zipfile.ZipFile(
        pathlib.Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED
    ) as wheel:
        for target, data in contents.items():
            # A fixed date, so that equal contents are equal wheels.
            entry = zipfile.ZipInfo(target, date_time=(2020, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(entry, data)
    return name


def sources():
    found = (HERE / "src" / NAME).rglob("*")
    return sorted(path for path in found if path.suffix in (".py", ".typed") and path.is_file())


def digest(data):
    code = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=")
    return "sha256=" + code.decode()
