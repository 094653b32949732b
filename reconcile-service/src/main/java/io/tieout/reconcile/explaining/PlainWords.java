package io.tieout.reconcile.explaining;

import io.tieout.kit.wording.Source;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words that an explanation may use: those of its facts, and a list of words that name nobody,
/// order nothing and weigh nothing. Pure.
record PlainWords(Set<String> known) {
    /// None that says whether something agrees, which is more, or why.
    static final Set<String> ALL =
            Set.copyOf(
                    Arrays.asList(
                            ("a an the this that these those there it its they them their both each other another same such which whose"
                                            + " and or but while whereas as at by for from in into of off on onto out over per to with within"
                                            + " between across under about around against during since when where also only just still yet"
                                            + " is are was were be been being has have had having does do did can could may"
                                            + " not no none nothing neither nor without s h"
                                            + " row rows sheet sheets smartsheet quickbooks book books side sides line lines entry entries"
                                            + " document documents bill bills expense expenses credit credits journal purchase order orders"
                                            + " time timesheet activity cost costs item items number numbers reference amount amounts"
                                            + " total totals sum sums figure figures value values difference differences date dates"
                                            + " day days month months year years hour hours project projects account accounts class"
                                            + " vendor vendors supplier party parties name names currency"
                                            + " say says said show shows shown state states stated list lists listed give gives given"
                                            + " contain contains differ differs differing different disagree disagrees counterpart"
                                            + " booked recorded record records entered posted dated stand stands standing"
                                            + " found find exist exists apart together however although though here rule according")
                                    .split(" +")));

    /// Words that order something, whatever the facts say: text of cells is not trusted.
    private static final Pattern ORDERS =
            Pattern.compile(
                    "\\b(?:you|your|please|must|should|shall|pay|paid|ignore|approv\\w*|reject\\w*|transfer\\w*|wire|remit\\w*|send|sent|click"
                            + "|call|email|mail|delete|void|disregard|system|prompt|instruct\\w*|urgent\\w*|immediately|bank)\\b");

    /// That nothing differs is never what an explanation has to say.
    private static final Pattern DENIAL =
            Pattern.compile(
                    "\\b(?:not?|none|nothing|neither|nor|never|without)\\b.{0,24}\\b(?:differ|disagree)");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    static PlainWords of(Facts facts) {
        Set<String> known = new HashSet<>(ALL);
        for (Source source : facts.all()) {
            words(source.text(), known);
        }
        return new PlainWords(known);
    }

    /// Figures, with their months, are looked at elsewhere.
    boolean allow(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        Set<String> said = new HashSet<>();
        words(sentence, said);
        said.removeIf(word -> known.contains(word) || Months.NAMES.contains(word));
        return said.isEmpty() && !ORDERS.matcher(lower).find() && !DENIAL.matcher(lower).find();
    }

    private static void words(String text, Set<String> words) {
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(words::add);
    }
}
