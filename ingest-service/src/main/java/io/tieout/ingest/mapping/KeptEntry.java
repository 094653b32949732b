package io.tieout.ingest.mapping;

import io.tieout.kit.json.CanonicalJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An entry that takes the place of the file's, or stands beside them.
///
/// @param baseHash of the file's entry or the workspace's rule that it was made from: when a person
///   changes that, it counts no more
record KeptEntry(MappingDocument.Sheet sheet, String baseHash) {
    /// What the file and the kept entries say together.
    static MappingDocument effective(MappingDocument file, List<KeptEntry> kept) {
        Set<String> bases =
                Stream.concat(file.sheets().stream(), file.workspaces().stream())
                        .map(CanonicalJson::sha256)
                        .collect(Collectors.toSet());
        List<KeptEntry> good =
                kept.stream().filter(entry -> bases.contains(entry.baseHash())).toList();
        List<MappingDocument.Sheet> sheets = new ArrayList<>();
        Set<Object> named = new HashSet<>();
        for (MappingDocument.Sheet sheet : file.sheets()) {
            named.add(sheet.sheetId());
            sheets.add(
                    good.stream()
                            .filter(entry -> entry.sheet().sheetId().equals(sheet.sheetId()))
                            .filter(entry -> entry.baseHash().equals(CanonicalJson.sha256(sheet)))
                            .map(KeptEntry::sheet)
                            .findFirst()
                            .orElse(sheet));
        }
        good.stream()
                .map(KeptEntry::sheet)
                .filter(sheet -> !named.contains(sheet.sheetId()))
                .forEach(sheets::add);
        return new MappingDocument(sheets, List.of());
    }

    /// What an entry of this sheet would be made from: the file's entry, or the rule of the
    /// workspace that it was found in.
    static Optional<String> baseOf(
            MappingDocument.Sheet sheet, MappingDocument file, List<KeptEntry> kept) {
        return file.sheets().stream()
                .filter(entry -> entry.sheetId().equals(sheet.sheetId()))
                .map(CanonicalJson::sha256)
                .findFirst()
                .or(() ->
                        kept.stream()
                                .filter(entry -> entry.sheet().sheetId().equals(sheet.sheetId()))
                                .map(KeptEntry::baseHash)
                                .findFirst());
    }
}
