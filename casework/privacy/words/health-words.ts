/** Diagnoses, what treats them, and addictions. What the directory helps with is not among them. */
export const DIAGNOSES = `
HIV AIDS ADHS ADS PTBS PTSD MS COPD TBC TB Krebs Tumor Leukämie Lymphom Metastasen Karzinom Diabetes Diabetiker Diabetikerin Zuckerkrankheit
zuckerkrank Insulin Asthma Epilepsie Demenz Alzheimer Parkinson Rheuma Gicht Migräne Schlaganfall Herzinfarkt Herzfehler Herzinsuffizienz
Nierenversagen Dialyse dialysepflichtig Chemotherapie Chemo Bestrahlung Bandscheibenvorfall Sklerose Spastik spastisch querschnittsgelähmt
Querschnittslähmung Lähmung Down-Syndrom Trisomie Autismus Autist Autistin Asperger Schizophrenie Psychose psychotisch Borderline bipolar Manie manisch
Zwangsstörung Angststörung Panikattacke Panikattacken Persönlichkeitsstörung Essstörung Magersucht Bulimie Burnout Anpassungsstörung Belastungsstörung
Traumafolgestörung Hepatitis Tuberkulose Syphilis Krätze Skabies Malaria Sichelzellanämie Thalassämie Hämophilie Zirrhose Leberzirrhose
Schilddrüsenerkrankung Anämie Fehlgeburt Totgeburt Abtreibung suizidal suizidgefährdet Suizidgedanken Suizidversuch Selbstmordgedanken
Selbstmordversuch Selbstverletzung selbstverletzend Methadon Substitution substituiert Subutex Heroin Kokain Entzug Entgiftung alkoholabhängig
alkoholkrank alkoholsüchtig Alkoholiker Alkoholikerin Alkoholabhängigkeit Alkoholsucht drogenabhängig drogensüchtig Drogenabhängigkeit Drogensucht
Drogenkonsum medikamentenabhängig Medikamentenabhängigkeit spielsüchtig Spielsüchtig suchtkrank Suchterkrankung tablettenabhängig schwerkrank todkrank
krebskrank herzkrank nierenkrank lungenkrank nervenkrank geisteskrank psychisch-krank traumatisiert retraumatisiert inkontinent Beschneidung FGM
Genitalverstümmelung Antidepressiva Neuroleptika Psychopharmaka Kortison
`;
