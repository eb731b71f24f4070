/**
 * Samples of the rows of a table for people to code, and their codes. Begin with {@link
 * org.polylogue.validation.coding.SampleDraw}; {@link org.polylogue.validation.coding.CodedSample}
 * reads what people coded.
 */
package org.polylogue.validation.coding;
