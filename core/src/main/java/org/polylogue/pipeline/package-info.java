/**
 * The engine: analyses composed by construction, a scope that computes each result once, and a
 * pipeline that runs documents in order, in parallel and in bounded memory. Begin with {@link
 * org.polylogue.pipeline.Pipeline}.
 */
package org.polylogue.pipeline;
