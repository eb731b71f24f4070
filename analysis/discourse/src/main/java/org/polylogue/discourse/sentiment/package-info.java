/**
 * The tone of sentences, the tone towards mentions, and whose voice it is in. Begin with {@link
 * org.polylogue.discourse.sentiment.SentimentAnalysis}.
 */
package org.polylogue.discourse.sentiment;
