"""One module of builders in the making: what its calls are as data, their options, and what it imports."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from edmund.plan.http_parameters import PlannedParameter
from edmund.surface.elements import Surface
from edmund.targets.python.builder_names import BuilderPlace
from edmund.targets.python.builder_views import MemberView
from edmund.targets.python.declarations import Declarations
from edmund.targets.python.imports import Imports, grouped
from edmund.targets.python.layout import Layout
from edmund.targets.python.literals import string_literal
from edmund.targets.python.path_calls import CALL_NAMES, CallSource, parameter_source
from edmund.targets.python.path_views import CallView, OptionsView, PathBuilderView, PathModuleView
from edmund.targets.python.schema_values import VALUE_NAMES, ValueSources
from edmund.targets.python.signatures import Bracketed, laid_out, signature

__all__ = ["CallModule"]

_BUILTINS = ("bool", "bytes", "dict", "float", "int", "list", "str", "type")
_FOR_CHECKERS = frozenset({"Configuration", "Options"})


class CallModule:
    """Collects what the builders of one module need.

    `own` are the names of its classes, `hidden` those of their members, which hide what they are named like from the
    annotations beside them.
    """

    def __init__(
        self,
        surface: Surface,
        layout: Layout,
        package: str,
        module: str,
        own: Collection[str],
        hidden: Collection[str] = (),
    ) -> None:
        taken = {*own, *CALL_NAMES, *VALUE_NAMES, "Unpack", *_BUILTINS}
        self._package = package
        self._module = module
        self._real = Imports(taken)
        self._checked = Imports(taken)
        self.values = ValueSources(
            Declarations(surface, layout, package, self._checked, self._real, frozenset(hidden))
        )
        self._used: set[str] = {"M", "PathBuilder"}
        self._constants: list[CallView] = []
        self._options: list[OptionsView] = []

    def view(self, docstring: str, builders: Sequence[PathBuilderView]) -> PathModuleView:
        """The finished module."""
        runtime = f"{self._package}.runtime.http_builder"
        for name in sorted(self._used - _FOR_CHECKERS):
            self._real.claim(runtime, name)
        for name in sorted(self._used & _FOR_CHECKERS):
            self._checked.claim(runtime, name)
        if self._options:
            self._checked.claim(runtime, "Options")
        checking = self._checked.statements(4)
        if checking:
            self._real.claim("typing", "TYPE_CHECKING")
        return PathModuleView(
            docstring=docstring,
            imports=tuple(grouped(self._real.statements(0))),
            has_checking=bool(checking),
            checking_imports=tuple(grouped(checking)),
            has_options=bool(self._options),
            options=tuple(self._options),
            constants=tuple(self._constants),
            builders=tuple(builders),
        )

    def add(self, source: CallSource) -> tuple[MemberView, ...]:
        """The members of a call, whose data and options the module has from now on."""
        self._constants.append(source.data)
        self._used |= source.names
        if source.options is not None:
            self._options.append(source.options)
        return source.members

    def in_path(self, parameter: PlannedParameter, stem: str, python: str) -> str:
        """The text of a value in a path; what is known of the parameter is a constant of the module."""
        name = f"_{stem}_{python}".upper()
        source = parameter_source(parameter, python, self.values, self._used)
        self._constants.append(
            CallView(laid_out(Bracketed(f"{name} = Parameter", source.items), 0))
        )
        return f"self._segment({name}, {python})"

    def link(
        self,
        name: str,
        parameters: Sequence[str],
        target: BuilderPlace,
        path: Sequence[str | Bracketed],
        text: str,
    ) -> MemberView:
        """The accessor of another builder; `path` is what the builder is made with beside its class."""
        is_here = target.module == self._module
        first = target.name if is_here else string_literal(f"{target.module}:{target.name}")
        body = Bracketed("return self._child" if is_here else "return self._at", (first, *path))
        as_property = len(parameters) == 1
        return MemberView(
            name,
            signature(name, list(parameters), f"{self._name_of(target)}[M]"),
            laid_out(body, 8),
            decorated=as_property,
            decorator="@property" if as_property else "",
            documented=bool(text),
            docstring=text,
        )

    def _name_of(self, target: BuilderPlace) -> str:
        """The target's class by the name that this module knows it by in annotations."""
        if target.module == self._module:
            return target.name
        module = f"{self._package}.generated.builders.{target.module}"
        return self._checked.use(module, target.name, "Builder")
