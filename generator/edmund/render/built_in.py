"""Where Edmund's own templates are: known without loading what renders them."""

from __future__ import annotations

from pathlib import Path

__all__ = ["built_in_template_root"]


def built_in_template_root() -> Path:
    """The folder of built-in templates: inside the installed package, else the checkout's own."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"
