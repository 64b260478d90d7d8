"use strict";
(() => {
{% include "script/switches.js" %}
{% include "script/filters.js" %}
{% include "script/derivations.js" %}
{% include "script/places.js" %}
})();
