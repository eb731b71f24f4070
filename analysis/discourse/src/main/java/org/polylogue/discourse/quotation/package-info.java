/**
 * Quotations of every kind and who utters them. {@link
 * org.polylogue.discourse.quotation.QuotationFinder} reads an annotated document; {@link
 * org.polylogue.discourse.quotation.ParseNeed} tells a language engine which sentences to parse.
 * Begin with {@link org.polylogue.discourse.quotation.QuotationFinder}.
 */
package org.polylogue.discourse.quotation;
