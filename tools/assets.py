# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Places what others wrote: style, script and fonts for the browser, fonts for PDF, licences.

Run at set-up after `npm ci`; everything lands in folders that git ignores. A second run
with the same lock file does nothing.
"""

import hashlib
import json
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "leadroom" / "ui" / "static" / "vendor"
FONTS = ROOT / "leadroom" / "kit" / "fonts"
STAMP = VENDOR / "stamp.txt"

DESIGN = MODULES / "@digdir" / "designsystemet-css" / "dist"
INTER = MODULES / "@fontsource-variable" / "inter"
# Of the design system only the parts our components stand on.
PARTS = ("base", "link", "input", "button", "skip-link")
# Its colours come from our own theme, so of its theme only sizes and type are kept.
KEPT_LAYERS = ("size-mode", "type-scale", "size", "semantic", "typography.primary")
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
SUBSETS = ("latin", "latin-ext")
PACKAGES = ("@digdir/designsystemet-css", "@fontsource-variable/inter", "htmx.org")
PURPOSE_ADDRESS = {
    "@digdir/designsystemet-css": "https://github.com/digdir/designsystemet",
    "@fontsource-variable/inter": "https://github.com/rsms/inter",
    "htmx.org": "https://github.com/bigskysoftware/htmx",
}


def main() -> int:
    """Place everything, unless it is there already."""
    mark = _mark()
    if STAMP.exists() and STAMP.read_text() == mark and any(FONTS.glob("*.ttf")):
        print("assets: up to date")
        return 0
    if not MODULES.exists():
        print("assets: node_modules is missing; run `npm ci --ignore-scripts` first", file=sys.stderr)
        return 1
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    _place_fonts()
    _place_style()
    shutil.copyfile(MODULES / "htmx.org" / "dist" / "htmx.min.js", VENDOR / "htmx.min.js")
    _place_licences()
    _make_paper_fonts()
    STAMP.write_text(mark)
    print(f"assets: placed in {VENDOR.relative_to(ROOT)} and {FONTS.relative_to(ROOT)}")
    return 0


def _mark() -> str:
    files = (ROOT / "package-lock.json", Path(__file__))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _place_fonts() -> None:
    for subset in SUBSETS:
        shutil.copyfile(
            INTER / "files" / f"inter-{subset}-wght-normal.woff2", VENDOR / f"inter-{subset}.woff2"
        )


def _place_style() -> None:
    whole = VENDOR / "whole.css"
    whole.write_text(
        "@layer ds.theme, ds.base, ds.components;\n"
        + _font_faces()
        + _kept_theme((DESIGN / "theme" / "designsystemet.css").read_text())
        + "".join(_part(name) for name in PARTS)
    )
    shrunk = _esbuild(str(whole), "--minify")
    (VENDOR / "vendor.css").write_text(shrunk)
    whole.unlink()


def _font_faces() -> str:
    ranges = json.loads((INTER / "unicode.json").read_text())
    return "".join(
        "@font-face{font-family:Inter;font-style:normal;font-display:swap;font-weight:100 900;"
        f"src:url(./inter-{subset}.woff2) format('woff2');unicode-range:{ranges[subset]}}}\n"
        for subset in SUBSETS
    )


def _part(name: str) -> str:
    text = (DESIGN / "src" / f"{name}.css").read_text()
    layer = "base" if name == "base" else "components"
    return text if text.startswith("@layer") else f"@layer ds.{layer}{{{text}}}\n"


def _kept_theme(text: str) -> str:
    wanted = {f"@layerds.theme.{layer}" for layer in KEPT_LAYERS}
    return "".join(block for block in _top_blocks(text) if "".join(block.split("{", 1)[0].split()) in wanted)


def _top_blocks(text: str) -> list[str]:
    blocks, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign in {"}", ";"} and depth == 0:
            blocks.append(text[start : place + 1].strip())
            start = place + 1
    return blocks


def _esbuild(*arguments: str) -> str:
    system = {"Linux": "linux", "Darwin": "darwin"}.get(platform.system(), "linux")
    machine = {"x86_64": "x64", "aarch64": "arm64", "arm64": "arm64"}.get(platform.machine(), "x64")
    binary = MODULES / "@esbuild" / f"{system}-{machine}" / "bin" / "esbuild"
    command = [str(binary)] if binary.exists() else ["node", str(MODULES / "esbuild" / "bin" / "esbuild")]
    return subprocess.run([*command, *arguments], check=True, capture_output=True, text=True).stdout


def _place_licences() -> None:
    folder = VENDOR / "licences"
    folder.mkdir()
    listed = []
    for name in PACKAGES:
        about = json.loads((MODULES / name / "package.json").read_text())
        shutil.copyfile(MODULES / name / "LICENSE", folder / f"{name.replace('/', '--')}.txt")
        kept = {
            key: str(about.get(old, ""))
            for key, old in (("name", "name"), ("version", "version"), ("licence", "license"))
        }
        listed.append(kept | {"address": PURPOSE_ADDRESS[name]})
    (folder / "packages.json").write_text(json.dumps(listed, indent=1))


def _make_paper_fonts() -> None:
    """Typst sets only static fonts: cut one per weight out of the variable one."""
    shutil.rmtree(FONTS, ignore_errors=True)
    FONTS.mkdir(parents=True)
    for style, weight in WEIGHTS.items():
        font = TTFont(INTER / "files" / "inter-latin-wght-normal.woff2")
        static = instantiateVariableFont(font, {"wght": weight}, updateFontNames=False)
        _name(static, style, weight)
        static.flavor = None
        static.save(FONTS / f"Inter-{style}.ttf")
    shutil.copyfile(INTER / "LICENSE", FONTS / "LICENSE.txt")


def _name(font: TTFont, style: str, weight: int) -> None:
    is_plain = style in {"Regular", "Bold"}
    texts = {1: "Inter" if is_plain else f"Inter {style}", 2: style if is_plain else "Regular", 4: f"Inter {style}",
             6: f"Inter-{style}", 16: "Inter", 17: style}  # fmt: skip
    names = font["name"]
    names.names = [record for record in names.names if record.nameID not in {*texts, 25}]
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight


if __name__ == "__main__":
    sys.exit(main())
