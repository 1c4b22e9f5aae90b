"""The use cases: open a page, check it, draw it, print it. What is promised of them is what `import bartizan` offers."""
