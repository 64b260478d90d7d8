"use strict";
(() => {
{% include "script/switches.js" %}
})();
