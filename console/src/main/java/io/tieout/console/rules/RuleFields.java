package io.tieout.console.rules;

import io.tieout.console.matching.Typed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of the rules' form; those of one rule stand at one place of each list.
class RuleFields {
    private static final int RULES_MAX = 20;

    @FormParam("realm")
    @DefaultValue("")
    String realm = "";

    @FormParam("basedOn")
    int basedOn;

    @FormParam("id")
    List<String> ids = List.of();

    @FormParam("step")
    List<String> steps = List.of();

    @FormParam("place")
    List<String> places = List.of();

    @FormParam("amount")
    List<String> amounts = List.of();

    @FormParam("percent")
    List<String> percents = List.of();

    @FormParam("days")
    List<String> days = List.of();

    @FormParam("on")
    List<String> on = List.of();

    @FormParam("reason")
    @Nullable String reason;

    @FormParam("previewed")
    @DefaultValue("")
    String previewed = "";

    @FormParam("do")
    @DefaultValue("")
    String deed = "";

    boolean isSave() {
        return deed.equals("save");
    }

    String reason() {
        return Typed.reason(reason);
    }

    RuleForm form() {
        List<RuleForm.Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(ids.size(), RULES_MAX); i++) {
            String id = ids.get(i);
            rows.add(
                    new RuleForm.Row(
                            id,
                            at(steps, i),
                            at(places, i),
                            at(amounts, i),
                            at(percents, i),
                            at(days, i),
                            on.contains(id)));
        }
        return new RuleForm(rows);
    }

    private static String at(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index).strip() : "";
    }
}
