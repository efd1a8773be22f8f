"""What the palette offers: the table of actions, views and their options, workspaces, themes, models, recent files."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from app.translation import theme_title
from app.window import actions
from app.window.menus import Offered
from app.window.palette import Command
from app.window.view_host import ViewHost
from app.window.workspaces import WORKSPACES
from viz import lab
from viz import theme as themes
from viz.lab import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate  # by this name its texts are collected
FIGURES = (  # what else a figure is found by
    QT_TRANSLATE_NOOP("Menus", "export"),
    QT_TRANSLATE_NOOP("Menus", "picture"),
    QT_TRANSLATE_NOOP("Menus", "image"),
    QT_TRANSLATE_NOOP("Menus", "PNG"),
    QT_TRANSLATE_NOOP("Menus", "SVG"),
    QT_TRANSLATE_NOOP("Menus", "PDF"),
)
TABLES = (  # and a view's numbers
    QT_TRANSLATE_NOOP("Menus", "data"),
    QT_TRANSLATE_NOOP("Menus", "export"),
    QT_TRANSLATE_NOOP("Menus", "spreadsheet"),
    QT_TRANSLATE_NOOP("Menus", "numbers"),
    QT_TRANSLATE_NOOP("Menus", "CSV"),
    QT_TRANSLATE_NOOP("Menus", "NPZ"),
    QT_TRANSLATE_NOOP("Menus", "Parquet"),
)


def commands(offered: Offered) -> list[Command]:
    """Everything the palette offers now."""
    found = []
    for row in actions.ROWS:
        action = offered.actions[row.id]
        if row.id != "palette":
            text, keys = action.text().replace("&", ""), action.shortcut().toString()
            known_by = row.translated_words()
            found.append(Command(text, action.trigger, "", keys, action.isEnabled(), known_by))
    found += _view_commands(offered)
    for workspace, action in zip(WORKSPACES, offered.workspaces, strict=True):
        keys, known_by = action.shortcut().toString(), workspace.translated_keywords()
        found.append(Command(action.text(), action.trigger, translate("Menus", "Workspace"), keys, words=known_by))
    for name in themes.names():
        text = translate("Menus", "Theme: {title}").format(title=theme_title(name))
        found += [Command(text, partial(offered.set_theme, name), translate("Menus", "Theme"))]
    found += [
        Command(model, partial(offered.choose_model, model), translate("Menus", "Model")) for model in offered.models()
    ]
    recent = translate("Menus", "Recent run")
    found += [Command(name, partial(offered.open_run, path), recent) for name, path in offered.recent_runs()]
    return found


def _view_commands(offered: Offered) -> list[Command]:
    found = []
    of_figures, of_tables = (
        tuple(dict.fromkeys((*words, *(translate("Menus", word) for word in words)))) for words in (FIGURES, TABLES)
    )
    for name, host in offered.hosts().items():
        show = translate("Menus", "Show {title}").format(title=host.title)
        export = translate("Menus", "Export a figure of {title}").format(title=host.title)
        found += [
            Command(show, partial(offered.show_view, name), translate("Menus", "View"), words=_words_for(host)),
            Command(export, partial(offered.export, name), translate("Menus", "Figure"), words=of_figures),
            *_data_commands(host, offered, of_tables),
        ]
        found += _own_commands(host, of_tables)
        if host.toggleViewAction().isChecked():
            found += _option_commands(host)
    return found


def _data_commands(host: ViewHost, offered: Offered, words: tuple[str, ...]) -> list[Command]:
    (_, (save, _), (copy, _), (read, asked)) = host.exports()
    name, hint = host.view_class.name, translate("Menus", "Data")
    return [
        Command(save, partial(offered.save_data, name), hint, words=words),
        Command(copy, partial(offered.copy_table, name), hint, words=words),
        Command(read, partial(asked.emit, name), hint, words=words),
    ]


def _own_commands(host: ViewHost, words: tuple[str, ...]) -> list[Command]:
    """What the menu of a view in the window offers besides its figure and data, which have lines of their own."""
    actions = host.view.actions() if host.view is not None and host.toggleViewAction().isChecked() else []
    listed = [words for words, _ in host.exports()]
    return [
        Command(f"{host.title}: {it.text()}", it.trigger, translate("Menus", "Data"), "", it.isEnabled(), words)
        for it in actions
        if it.text() not in listed
    ]


def _words_for(host: ViewHost) -> tuple[str, ...]:
    """What a view is known by in the field, in English and in the person's language."""
    view = host.view_class
    english = lab.words_for(view.name)
    of_lab = (*english, *(QCoreApplication.translate("Labs", word) for word in english))
    return tuple(dict.fromkeys((view.translated(view.subtitle), *view.translated_keywords(), *of_lab)))


def _option_commands(host: ViewHost) -> list[Command]:
    """Switches and choices of a view that stands in the window: what each can be set to that it is not."""
    found = []
    for option in host.view_class.options:
        label, chosen = host.view_class.translated(option.label), host.chosen(option)
        if option.kind == "switch":
            state = translate("Menus", "off") if chosen else translate("Menus", "on")
            found.append(_option_command(host, option.name, f"{label}: {state}", not chosen))
        elif option.kind == "choice":
            found += [
                _option_command(
                    host, option.name, f"{label}: {host.view_class.translated_choice(option, choice)}", choice
                )
                for choice in option.choices
                if choice != chosen
            ]
    return found


def _option_command(host: ViewHost, option: str, text: str, value: object) -> Command:
    return Command(
        f"{host.title}: {text}", partial(host.choose, option, value), translate("Menus", "Option"), aside=1.0
    )
