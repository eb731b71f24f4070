/**
 * How often a machine says what people say, and how far people agree. Begin with {@link
 * org.polylogue.validation.check.LabelCheck}.
 */
package org.polylogue.validation.check;
