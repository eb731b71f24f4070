/**
 * What annotation tools exchange: texts with layers of spans and links between them, and the
 * conversion of what is found in a document into such layers and back. Begin with {@link
 * org.polylogue.corpus.exchange.LayeredText}.
 */
package org.polylogue.corpus.exchange;
