"""Tasks with fixed times given to as few qualified workers as can be."""
