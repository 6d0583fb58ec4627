"""How much the generated tests try: the same little each time, or, for `build.py test --fuzz`, much that is new each day."""

import os
import time

WHOLE = "UG_FUZZ" in os.environ
SEED = int(time.time()) // 86_400 if WHOLE else 314
