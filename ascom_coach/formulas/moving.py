"""A formula as copied elsewhere, and what two copies of one formula have in common."""

from __future__ import annotations

from dataclasses import replace

from ascom_coach.formulas.parsing import Call, Node, Operation, Reference


def moved(node: Node, rows: int, columns: int) -> Node:
    """The tree as copied `rows` down and `columns` right: what has a `$` stays."""
    if isinstance(node, Reference):
        top, left, bottom, right = node.fixed
        return replace(
            node,
            top=node.top + (0 if top else rows), left=node.left + (0 if left else columns),
            bottom=node.bottom + (0 if bottom else rows),
            right=node.right + (0 if right else columns),
        )  # fmt: skip
    if isinstance(node, Operation):
        right_side = moved(node.right, rows, columns) if node.right is not None else None
        return Operation(node.operator, moved(node.left, rows, columns), right_side)
    if isinstance(node, Call):
        return Call(node.function, tuple(moved(item, rows, columns) for item in node.arguments))
    return node


def as_written_at(node: Node, row: int, column: int) -> Node:
    """The tree with offsets from its own cell: equal for all copies of one formula."""
    return moved(node, -row, -column)
