"""The files that shop systems write: what they are known by, and how they mean their lines."""
