"""What a reader of a page carries along: the problems found so far, finer places, and the names of components."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field

from bartizan.model.names import fold, make_id
from bartizan.model.shapes import CONTROL, ID, RESERVED, SINGULAR
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.nodes import Mapping, Node, Path, Scalar, Sequence
from bartizan.source.suggest import nearest
from bartizan.source.text import Span

_FEW = 12
"""How many fields a message lists before it refers to the schema."""


@dataclass
class Reading:
    """The state of one reading; each method that cannot take what is written says so once and returns nothing."""

    component_ids: MappingOf[str, str] = field(default_factory=dict)
    """Ids of components by their folded ids and names, so that steps can be typed with names."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    finer: dict[Path, Span] = field(default_factory=dict)
    """Places within a scalar, such as one line of a block of steps."""
    titles: dict[Path, str] = field(default_factory=dict)
    """Titles found among typed steps, by the path of the steps."""

    def wrong(self, name: str, at: Node | Span, message: str, *help_: str, under: str = "") -> None:
        """Note a problem at a node."""
        span = at if isinstance(at, Span) else at.span
        self.diagnostics.append(Diagnostic(name, message, Label(span, under), help=help_))

    def scalar(self, node: Node, path: Path, wanted: str) -> Scalar | None:
        """Return the node if it is a scalar that says something."""
        if isinstance(node, Scalar):
            return None if node.is_null else node
        found = "a list" if isinstance(node, Sequence) else "fields"
        self.wrong(
            "not-a-text", node, f"{found} stand where {self.named(path)} takes {wanted}".replace("a list stand", "a list stands"),
            f"write {wanted}",
        )  # fmt: skip
        return None

    def mapping(self, node: Node, path: Path) -> Mapping | None:
        """Return the node if it is a mapping."""
        if isinstance(node, Mapping):
            return node
        if not (isinstance(node, Scalar) and node.is_null):
            found = "a list stands" if isinstance(node, Sequence) else f"`{node.text[:40]}` stands"
            self.wrong(
                "not-a-mapping", node, f"{found} where {self.named(path)} takes fields",
                "write `field: value`, one a line and indented, or `{field: value, …}`",
            )  # fmt: skip
        return None

    def key(self, key: Scalar, form: str) -> str | None:
        """Return the text of a key that has the form of an id, a control's id, or any text."""
        text = key.text
        if form == "text":
            return text.strip() or None
        if not ID.fullmatch(text) and not (form == "control" and CONTROL.fullmatch(text)):
            self._not_an_id(key)
            return None
        if text in RESERVED:
            self.wrong(
                "reserved-word", key, f"`{text}` is a word of the file's own and cannot name anything",
                "choose another id and put the word into `name:`",
            )  # fmt: skip
            return None
        return text

    def id(self, scalar: Scalar) -> str | None:
        """Return the text of a scalar that must be an id; any other text is kept so that nothing is lost."""
        text = scalar.text.strip()
        if not ID.fullmatch(text):
            self._not_an_id(scalar)
        return text or None

    def _not_an_id(self, scalar: Scalar) -> None:
        made = make_id(scalar.text, ())
        example = made if made != make_id("", ()) else "worker-queue"
        self.wrong(
            "not-an-id", scalar, f"{_quoted(scalar.text)} cannot be an id",
            f"ids are lower-case letters and digits joined by hyphens, such as `{example}`; "
            "what people see goes to `name:`",
        )  # fmt: skip

    def unknown_field(
        self, key: Scalar, path: Path, known: tuple[str, ...], *, cut_off: bool = False
    ) -> None:
        """Note a field that no noun here has; `cut_off` when it may be the rest of a text that a comma ended."""
        close = nearest(key.text, known)
        owner = self.named(path)
        more = f" … (`bartizan explain {path[0]}` lists all)" if path else " … (`bartizan schema` lists all)"
        some = ", ".join(known[:_FEW]) + (more if len(known) > _FEW else "")
        help_ = [f"did you mean `{close}`?" if close else f"{owner} takes {some}"]
        if cut_off and not close:
            help_.insert(0, "a comma ends a text inside `{ }`: put the whole text in quotes")
        message = f"{owner} has no field called `{key.text[:60]}`"
        self.wrong("unknown-field", key, message, *help_, under="not a field here")

    def not_a_choice(self, scalar: Scalar, words: tuple[str, ...]) -> None:
        """Note a word that is none of a closed list."""
        close = nearest(scalar.text, words)
        choices = ", ".join(f"`{word}`" for word in words)
        self.wrong(
            "not-a-choice", scalar, f"`{' '.join(scalar.text.split())[:60]}` is not one of {choices}",
            f"did you mean `{close}`?" if close else f"write one of {choices}",
        )  # fmt: skip

    def component_called(self, text: str) -> str | None:
        """Return the id of the component that people call so, by id or by name."""
        return self.component_ids.get(fold(text))

    @staticmethod
    def named(path: Path) -> str:
        """Say what stands at `path` in words: `the listener of interface 1`."""
        return describe(path)


def _quoted(text: str) -> str:
    words = " ".join(text.split())[:60]
    return f"`{words}`" if words else "an empty text"


_IN_WORDS = {
    "steps/from": "sender in a step",
    "steps/to": "receiver in a step",
    "steps/interface": "interface in a step",
    "steps/carries/asset": "data in a step",
    "request-authorization/all": "request authorization",
    "request-authorization/any": "request authorization",
}
"""What is not clear from the words of the file alone."""


def describe(path: Path) -> str:
    """Say in words what stands at a path, such as `the listener of interface `1``."""
    if not path:
        return "the page"
    section, *rest = path
    singular = SINGULAR.get(str(section))
    if singular is None or not rest:
        return "`" + "/".join(step for step in path if isinstance(step, str)) + "`"
    element = f"{singular} `{rest[0]}`"
    field = "/".join(step for step in rest[1:] if isinstance(step, str))
    words = _IN_WORDS.get(field, field.removesuffix("/asset").replace("/", " / "))
    if field == "persisted/in":
        return f"the place where {element} is persisted"
    return f"the {words} of {element}" if field else element
