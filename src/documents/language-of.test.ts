import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "./language-of.ts";

test("English is told from other languages", () => {
  const cases: readonly (readonly [text: string, language: string])[] = [
    ["The government of Serbia said that it would sign the contract with a Chinese company in May.", "en"],
    [
      "Die Regierung hat mit der Firma einen Vertrag unterzeichnet, der im Mai in Kraft tritt, und das Parlament stimmt zu.",
      "und",
    ],
    [
      "El gobierno de Serbia dijo que firmaría el contrato con una empresa china en mayo, según los medios.",
      "und",
    ],
    [
      "Le gouvernement a dit que le contrat est signé avec une entreprise pour la construction du port.",
      "und",
    ],
    [
      "De regering heeft een contract getekend met het bedrijf voor de bouw van een haven, zei de minister.",
      "und",
    ],
    [
      "Rząd podpisał umowę z firmą na budowę portu, a minister nie podał ceny i terminu, który jest w umowie.",
      "und",
    ],
    ["Правительство подписало договор с компанией.", "und-Cyrl"],
    ["Қазақстан мен Қытай келісімге қол қойды.", "und-Cyrl"],
    ["政府与公司签署了合同。", "und-Hani"],
    ["政府は会社と契約を結んだ。", "und-Jpan"],
    ["وقعت الحكومة العقد مع الشركة.", "und-Arab"],
    ["12 34 56", "und"],
    ["", "und"],
  ];
  for (const [text, language] of cases) assert.equal(languageOf(text).language, language, text);
});

test("a few words are not enough to be sure", () => {
  assert.equal(languageOf("Xi met Putin.").sure, false);
  assert.equal(languageOf("word ".repeat(40)).sure, true);
});
