package org.polylogue.corpus.convokit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A line of {@code utterances.jsonl}. */
record Utterance(
    String id,
    String conversation,
    String text,
    Optional<String> speaker,
    Optional<String> replyTo,
    Optional<Double> timestamp,
    JsonNode meta) {}
