"""The Eclipse Layout Kernel in a JavaScript engine inside this process, and what it answered before."""
