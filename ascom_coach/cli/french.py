"""argparse in French: its own English strings are replaced, nothing else changes."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

_WORDS = {
    "usage: ": "emploi : ",
    "positional arguments": "à indiquer",
    "options": "options",
    "optional arguments": "options",
    "subcommands": "commandes",
    "show this help message and exit": "afficher cette aide",
    "show program's version number and exit": "afficher la version",
    "the following arguments are required: %s": "il manque : %s",
    "unrecognized arguments: %s": "je ne connais pas : %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "« %(value)s » n’existe pas, choisissez parmi %(choices)s",
    "invalid %(type)s value: %(value)r": "« %(value)s » n’est pas une valeur possible",
    "expected one argument": "il faut une valeur",
    "expected at most one argument": "il faut une valeur au plus",
    "expected at least one argument": "il faut au moins une valeur",
    "ambiguous option: %(option)s could match %(matches)s": "« %(option)s » peut vouloir dire %(matches)s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "not allowed with argument %s": "ne va pas avec %s",
    "one of the arguments %s is required": "indiquez l’un de : %s",
    "%(prog)s: error: %(message)s\n": "%(message)s\n",
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "« %(parser_name)s » n’existe pas, choisissez parmi %(choices)s"
    ),
    "ignored explicit argument %r": "« %s » est de trop",
    "can't open '%(filename)s': %(error)s": "je ne peux pas ouvrir « %(filename)s »",
}


def _translate(text: str) -> str:
    return _WORDS.get(text, text)


def _translate_number(one: str, many: str, count: int) -> str:
    return "il faut %s valeur" if count == 1 else "il faut %s valeurs"


def use_french() -> None:
    """Replace the strings of argparse for this process."""
    module: Any = argparse
    module._ = _translate
    module.ngettext = _translate_number


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one French sentence that names the help."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("allow_abbrev", False)
        super().__init__(*args, **kwargs)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with status 2."""
        sentence = message[:1].upper() + message[1:]
        self.exit(2, f"{sentence}. Voyez « {self.prog} --help ».\n")
