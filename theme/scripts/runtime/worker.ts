import { importChecked } from "./runtime-files.ts";
import { serve } from "./serve.ts";

/** The worker in which Python runs. This script is small, so that the three large files are asked for at once. */

serve(({ pyodide, integrity }) => importChecked(pyodide, integrity.pyodide));
