package io.tieout.kit.wording;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;

/// What a model is asked.
///
/// @param system what it shall do
/// @param user the facts as JSON: data to describe, never instructions
/// @param name of the schema
/// @param schema of the only answer that counts
public record Question(String system, String user, String name, JsonObjectSchema schema) {}
