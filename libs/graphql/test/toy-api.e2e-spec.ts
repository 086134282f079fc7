/** @jest-environment node */

// One file, as what a context has loaded is loaded anew for the next.
import './errors.cases.js';
import './explorer.cases.js';
import './http.cases.js';
import './input.cases.js';
import './limits.cases.js';
import './paging.cases.js';
import './permissions.cases.js';
