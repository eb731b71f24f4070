/** What the report counts, and how articles are laid down in it. No API. */
package org.polylogue.report.internal;
