// The first script of a page with a widget: Python comes up while the rest of the page is still being read.

import { placeOf, runtime } from "./runtime.js";

const script = document.querySelector("script[data-runtime]");
if (script) runtime.start(placeOf(script));
