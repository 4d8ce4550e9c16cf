"""Why a roster cannot be: the facts a rule posts, taken apart, and the smallest set of them that clashes."""
