"""Clicks, drags, turns of the wheel and keys at random on the real window, which must not write a word of complaint.

`python -m tests.helpers.random_hands --size 1280x720 --text 2 --minutes 10 --seed 7` starts the program on a screen of
its own with settings of its own, plays, and says what was played, what the program wrote and how it ended; the status
is 0 where it wrote nothing and ended when asked. A program that was quit by a gesture is started again. Needs Xvfb,
xdotool and openbox (Debian's packages of those names). The hands reach whatever a file dialog reaches, and drag folders
about: they play on a read-only file system alone (as `unshare -m` and `mount -o remount,ro,bind /` make one, with a
`tmpfs` on /tmp), or where `--at-stake` says that nothing is to be lost.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.helpers.screen import Screen
from tests.helpers.tiny_models import write_folder

ROOT = Path(__file__).resolve().parents[2]
PER_SECOND = 8
KEYS = (
    *("Tab", "shift+Tab", "Return", "Escape", "space", "BackSpace", "Left", "Right", "Up", "Down", "Home"),
    *("End", "Page_Up", "Page_Down", "F1", "F11", "ctrl+z", "ctrl+y", "ctrl+b", "ctrl+k", "ctrl+f", "ctrl+n", "ctrl+o"),
    *("ctrl+s", "ctrl+e", "ctrl+a", "ctrl+c", "ctrl+v", "ctrl+plus", "ctrl+minus", "ctrl+0", "alt+f", "Menu"),
    *(f"ctrl+{digit}" for digit in range(1, 10)),
    *("parenleft", "parenright", "comma", "period", *"abcdefghjklmnopqrstuvwxyz0123456789"),
)
WORDS = ("the cat sat", "((()", "0.5", "-1", "1e400", "naïve 你好", "مرحبا", "L5.H1", "10.100", "<b>x</b>")

_MANAGER = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
<desktops><number>1</number></desktops><keyboard/>
<mouse><context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/>
</mousebind></context></mouse>
<applications>
<application type="normal"><decor>no</decor><maximized>yes</maximized></application>
<application type="dialog"><decor>no</decor></application>
</applications></openbox_config>"""  # one desktop, and no way to put a window out of reach


class Hands:
    """Makes gestures from a seed; each is a line of xdotool's."""

    def __init__(self, seed: int, width: int, height: int) -> None:
        self._chance = random.Random(seed)
        self._size = width, height

    def gesture(self) -> str:
        """The next one."""
        chance = self._chance
        x, y = self._place()
        kind = chance.choices(("click", "double", "right", "drag", "wheel", "key", "type"), (40, 5, 6, 12, 8, 25, 4))[0]
        if kind == "click":
            return f"mousemove {x} {y} click 1"
        if kind == "double":
            return f"mousemove {x} {y} click --repeat 2 --delay 40 1"
        if kind == "right":
            return f"mousemove {x} {y} click 3"
        if kind == "drag":
            x2, y2 = self._place()
            way = f"mousemove {(x + x2) // 2} {(y + y2) // 2} mousemove {x2} {y2}"
            return f"mousemove {x} {y} mousedown 1 {way} mouseup 1"
        if kind == "wheel":
            return f"mousemove {x} {y} click --repeat {chance.randint(1, 6)} --delay 10 {chance.choice((4, 5))}"
        if kind == "key":
            return f"key --clearmodifiers {chance.choice(KEYS)}"
        return f'type --delay 5 -- "{chance.choice(WORDS)}"'

    def _place(self) -> tuple[int, int]:
        return self._chance.randrange(self._size[0]), self._chance.randrange(self._size[1])


class Program:
    """The window as a person starts it, what it writes kept in a file."""

    def __init__(self, folder: Path, screen: str, text: float, arguments: list[str]) -> None:
        settings = folder / "config"
        settings.mkdir(exist_ok=True)
        if not (settings / "settings.json").exists():
            (settings / "settings.json").write_text(json.dumps({"scale": text}), "utf-8")
        self.wrote = folder / "wrote"
        kept = {**os.environ, "DISPLAY": screen, "ORRERY_CONFIG": str(settings), "HOME": str(folder)}
        kept["PYTHONFAULTHANDLER"] = "1"  # a process that ends in Qt says from where it was called
        kept.pop("WAYLAND_DISPLAY", None)
        self._environment = kept
        with self.wrote.open("ab") as out:
            self._process = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), *arguments], cwd=folder, env=kept, stdout=out, stderr=out
            )

    def status(self) -> int | None:
        """Its exit status, None while it runs."""
        return self._process.poll()

    def end(self, hands: subprocess.Popen[str], patience: float = 60.0) -> int | None:
        """Ask it to end by its keys, then say how it did: None where it stayed, and had to be killed."""
        until = time.monotonic() + patience
        while self._process.poll() is None and time.monotonic() < until:
            tell(hands, "key Escape key Escape key ctrl+q")
            time.sleep(2)
            tell(hands, "key Return")
            time.sleep(1)
        if self._process.poll() is None:
            with contextlib.suppress(FileNotFoundError):  # ImageMagick's
                picture = str(self.wrote.with_name("stayed.png"))
                subprocess.run(["import", "-window", "root", picture], env=self._environment, check=False, timeout=60)
            self._process.send_signal(signal.SIGABRT)  # it then says where it was
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
            self._process.kill()
            self._process.wait()
            return None
        return self._process.returncode


def tell(hands: subprocess.Popen[str], line: str) -> None:
    """Have one line done."""
    assert hands.stdin is not None
    hands.stdin.write(line + "\n")
    hands.stdin.flush()


def play(args: argparse.Namespace, folder: Path) -> int:
    """See the module; returns the exit status."""
    width, height = (int(part) for part in args.size.split("x"))
    screen = Screen(f"{width}x{height}x24").name
    model = args.model or str(write_folder(folder / "model", max_position_embeddings=128))
    arguments = ["--model", model, "--prompt", "the cat sat"]
    desk = {**os.environ, "DISPLAY": screen}
    (folder / "manager.xml").write_text(_MANAGER, "utf-8")
    command = ["openbox", "--config-file", str(folder / "manager.xml")]
    manager = subprocess.Popen(command, env=desk, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    hands = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True, env=desk, stdout=subprocess.DEVNULL)
    program, starts, done, bad = Program(folder, screen, args.text, arguments), 1, 0, []
    made, until = Hands(args.seed, width, height), time.monotonic() + 60 * args.minutes
    time.sleep(5)
    with (folder / "played").open("w", encoding="utf-8") as played:
        while time.monotonic() < until:
            if (status := program.status()) is not None:
                if status != 0:
                    bad.append(status)
                program, starts = Program(folder, screen, args.text, arguments), starts + 1
                time.sleep(5)
            gesture = made.gesture()
            played.write(f"{time.time():.2f} {gesture}\n")
            tell(hands, gesture)
            done += 1
            time.sleep(1 / PER_SECOND)
    status = program.end(hands)
    hands.kill()
    hands.wait()
    manager.kill()
    manager.wait()
    wrote = program.wrote.read_text(encoding="utf-8", errors="replace")
    print(f"seed {args.seed}, {args.size}, text {args.text:g}: {done} gestures, {starts} starts, other ends {bad}")
    print("did not end when asked" if status is None else f"ended with {status} when asked")
    print(f"written: {len(wrote)} characters\n{wrote[-4000:]}")
    return 0 if status == 0 and not bad and not wrote else 1


def main() -> int:
    """Play with the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="1600x1000", help="of the screen (default: %(default)s)")
    parser.add_argument("--text", type=float, default=1.0, help="text size, 1 for 100 %%")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", help="a folder or a name (default: a tiny model)")
    parser.add_argument("--folder", type=Path, help="where to keep what was played and written (default: thrown away)")
    parser.add_argument("--at-stake", action="store_true", help="play although files of this machine can be changed")
    args = parser.parse_args()
    if not args.at_stake and not os.statvfs(ROOT).f_flag & os.ST_RDONLY:
        parser.error(f"{ROOT} can be written to, and the hands reach it; see --help")
    if args.folder is not None:
        args.folder.mkdir(parents=True, exist_ok=True)
        return play(args, args.folder)
    with tempfile.TemporaryDirectory() as folder:
        return play(args, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
