/**
 * The ports for judges. A {@link org.polylogue.discourse.judge.Judge} answers a batch of questions:
 * about the tone of sentences, about the tone towards mentions, about stances. {@link
 * org.polylogue.discourse.judge.Judges} are three that belong together. Begin with {@link
 * org.polylogue.discourse.judge.Judges}.
 */
package org.polylogue.discourse.judge;
