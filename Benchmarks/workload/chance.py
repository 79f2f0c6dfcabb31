"""Choices that look like chance and are the same in every run and under every version of numpy."""
import numpy as np

_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)


def draw(keys, purpose, below):
    """A whole number from 0 to below-1 for each key; the same key draws another one for another purpose."""
    with np.errstate(over="ignore"):
        mixed = (np.asarray(keys).astype(np.uint64) + np.uint64(purpose + 1)) * _STEP
        mixed = (mixed ^ (mixed >> np.uint64(30))) * _FIRST
        mixed = (mixed ^ (mixed >> np.uint64(27))) * _SECOND
        mixed ^= mixed >> np.uint64(31)
    return (mixed % np.uint64(below)).astype(np.int64)


def happens(keys, purpose, permille):
    """Whether something befalls each key, which it does to so many of a thousand."""
    return draw(keys, purpose, 1000) < permille
