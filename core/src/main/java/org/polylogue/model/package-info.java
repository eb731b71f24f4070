/**
 * The values: documents and conversations as read, and what analyses find in them. All are
 * immutable; every span counts UTF-16 code units of the text of the document it belongs to. Begin
 * with {@link org.polylogue.model.Conversation}.
 */
package org.polylogue.model;
