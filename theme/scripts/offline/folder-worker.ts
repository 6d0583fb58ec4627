import * as python from "../runtime/python.ts";
import { serve } from "../runtime/serve.ts";

/** The worker of the folder edition, where a worker cannot import a file: one script with all. */

serve(async () => python);
