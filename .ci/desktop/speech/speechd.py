"""A stand-in for speech-dispatcher's Python client that writes down what it is
given to say, a line an utterance, in the file $SPEECH."""
import html
import os
import re
import threading


class SSIPError(Exception):
    pass


class SSIPCommandError(SSIPError):
    pass


class SSIPCommunicationError(SSIPError):
    pass


class CallbackType:
    INDEX_MARK, BEGIN, END, CANCEL, PAUSE, RESUME = "index_marks", "begin", "end", "cancel", "pause", "resume"


class PunctuationMode:
    ALL, NONE, SOME, MOST = "all", "none", "some", "most"


class DataMode:
    TEXT, SSML = "text", "ssml"


class Priority:
    IMPORTANT, TEXT, MESSAGE, NOTIFICATION, PROGRESS = "important", "text", "message", "notification", "progress"


def write(words):
    words = " ".join(html.unescape(re.sub(r"<[^>]*>", "", words)).split())
    if words:
        with open(os.environ["SPEECH"], "a", encoding="utf-8") as f:
            f.write(words + "\n")


class SSIPClient:
    def __init__(self, *args, **kwargs):
        self.said = None  # what is being said, with what waits for its end

    def speak(self, words, callback=None, event_types=None):
        write(words)
        if callback:
            # Reading a whole page waits for the end of each part.
            timer = threading.Timer(0.01, lambda: [callback(t) for t in (CallbackType.BEGIN, CallbackType.END)])
            self.said = timer, callback
            timer.start()

    def cancel(self, *args):
        """A key stops what is being said, and a page that is read."""
        if self.said and self.said[0].is_alive():
            self.said[0].cancel()
            self.said[1](CallbackType.CANCEL)

    def char(self, letter):
        write(letter)

    def key(self, name):
        write(name)

    def list_synthesis_voices(self, *args):
        return ()

    def list_output_modules(self):
        return ()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: 0


Client = SSIPClient
