/**
 * A column of tokens with their attributes, the bounds of sentences and documents, facts about
 * documents, and regions such as quotations laid over them.
 */
package org.polylogue.lexis.index;
