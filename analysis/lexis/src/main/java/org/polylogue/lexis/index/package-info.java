/**
 * A column of tokens with their attributes, the bounds of sentences and documents, facts about
 * documents, and regions such as quotations laid over them. Begin with {@link
 * org.polylogue.lexis.index.TokenIndexBuilder}.
 */
package org.polylogue.lexis.index;
