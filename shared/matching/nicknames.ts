/**
 * Given names with the short and pet forms that colleagues use at work, by language. Small on purpose:
 * a form that is missing here only makes somebody choose among candidates, a wrong one proposes the wrong person.
 */
const FORMS: Readonly<Record<string, string>> = {
  en: `abigail abby gail; albert al bert bertie; alexander alex alec sandy;
    alexandra alex sandra sandy lexi; alfred al alf fred; amanda mandy; andrew andy drew; anthony tony;
    barbara barb babs; benjamin ben benny; bernard bernie; bradley brad; cameron cam; carolyn carol;
    catherine cathy cate kate kathy katie cat; charles charlie chuck chas; charlotte charlie lottie;
    christina chris tina chrissy; christine chris tina chrissy; christopher chris kit topher;
    daniel dan danny; david dave davy; deborah deb debbie; donald don donnie; dorothy dot dottie dolly;
    douglas doug; edward ed eddie ted ned; eleanor ellie nell nora;
    elizabeth liz lizzie beth betty betsy eliza libby lisa; emily em emmy; eugene gene;
    frances fran francie; francis frank fran; franklin frank; frederick fred freddie; gabriel gabe;
    gerald gerry jerry; gerard gerry; gregory greg; gwendolyn gwen; harold harry hal; henry harry hank;
    isabel izzy bella; isabella izzy bella; jacob jake; jacqueline jackie; james jim jimmy jamie;
    jane janie; janet jan; jeffrey jeff; jennifer jen jenny; jeremy jerry jez; jessica jess jessie;
    joanna jo joanie; john jack johnny jon; jonathan jon jonny nathan; joseph joe joey; joshua josh;
    judith judy; julia jules; karen kaz; katherine kate kathy katie kat kay; kathleen kathy kath;
    kenneth ken kenny; kimberly kim; lawrence larry; leonard len leo; louis lou; louise lou;
    lucille lucy; madeleine maddie; margaret maggie meg peggy marge greta; marjorie marge margie;
    martin marty; matthew matt; maxwell max; melanie mel; melissa mel missy; michael mike mick mickey;
    michelle shelly; mitchell mitch; mohammed mo; muhammad mo; nathaniel nate nathan nat;
    nicholas nick nicky; nicole nicky nikki; oliver ollie; pamela pam; patricia pat patty tricia trish;
    patrick pat paddy; penelope penny; peter pete; philip phil; phillip phil; priscilla cilla;
    rachel rae; raymond ray; rebecca becky becca; richard rick dick rich ricky richie;
    robert rob bob bobby robbie bert; roberta bobbie; ronald ron ronnie; russell russ;
    samantha sam sammy; samuel sam sammy; sarah sally sadie; sidney sid; stanley stan; stephanie steph;
    stephen steve; steven steve; stuart stu; susan sue susie; suzanne sue suzy; sylvester sly;
    terence terry; theodore ted theo teddy; theresa terry tess tessa; thomas tom tommy; timothy tim;
    valerie val; veronica ronnie vera; victor vic; victoria vicky tori; vincent vince vinny;
    virginia ginny; walter walt wally; william bill billy will willy liam; winifred winnie;
    zachary zach zack`,
  de: `alexander alex sascha; alexandra alex sandra; andreas andi andy; angelika geli; antonia toni;
    barbara babsi; benedikt bene; benjamin ben benni; bernhard bernd; bernadette berni; christian chris;
    christina tina; dietmar didi; dominik nik; dorothea doro thea; eberhard ebbo;
    elisabeth lisa lisbeth sissi elli; florian flo; franziska franzi; friedrich fritz; gabriele gabi;
    georg schorsch; gerhard gerd; gertrud trude; guenther guenni; hannelore hanne; heinrich heinz heiner;
    helene leni; hildegard hilde; jakob jockel; joachim jo achim jochen; johanna hanna;
    johannes hannes hans jo; josef sepp; juergen juerg; karolina karo; katharina kathi kathrin katja;
    konrad conny; kornelia conny nele; leonhard leo; ludwig lutz; magdalena lena leni magda;
    manfred manni; margarete grete gretel; matthias matze matthes; maximilian max maxi; michael michi;
    monika moni; nikolaus niko klaus; philipp phil; reinhard reini; rudolf rudi; sebastian basti;
    siegfried sigi; stefan steff; stefanie steffi; susanne susi; theresa resi; thomas tom; tobias tobi;
    ulrich uli; ulrike uli ulla; ursula uschi ulla; valentin vale; veronika vroni; viktoria vicki;
    waltraud traudl; wilhelm willi; wolfgang wolf wolfi`,
  es: `alberto beto; alejandro alex jandro; antonio tono toni; carmen menchu; concepcion concha conchi;
    consuelo chelo; dolores lola; eduardo edu; enrique quique; ernesto neto; fernando nando;
    francisco paco pancho curro fran; francisca paca; gabriel gabi; guadalupe lupe;
    guillermo guille memo; ignacio nacho; isabel isa; jesus chus chucho; jose pepe; josefa pepa;
    luis lucho; manuel manolo manu; mercedes merche; montserrat montse; pilar pili; rafael rafa;
    ricardo ricky; roberto beto; rosario charo; santiago santi; sebastian sebas; vicente chente`,
  fr: `alexandre alex; antoine toine; benjamin ben; catherine cathy; charlotte cha; christophe chris;
    dominique dom; elisabeth babeth; emmanuel manu; emmanuelle manue; frederic fred; guillaume guigui;
    maximilien max; nathalie nath; nicolas nico; philippe phil; sebastien seb; stephane steph;
    stephanie steph; thierry titi; veronique vero; vincent vince`,
  it: `alessandra ale sandra; alessandro ale sandro; antonio toni tonino; domenico mimmo; elisabetta betta;
    federica fede; federico fede; filippo pippo; francesca franci; francesco franco checco;
    gabriele lele; giovanni gianni nanni vanni; giuseppe beppe peppe pino; giuseppina pina;
    guglielmo memo; leonardo leo; lorenzo renzo; luigi gigi; maddalena lena; matteo teo; michele lele;
    nicola nico; raffaele lello; roberto berto; salvatore totò turi; stefania stefi; vincenzo enzo`,
  nl: `adriaan arie; antonius ton toon; cornelis kees cor; cornelia corrie; elisabeth els liesbeth;
    frederik freek fred; gerardus gerard; gijsbert gijs; hendrik henk rik; jacobus jaap koos;
    johannes jan hans joop; margaretha greet; matthijs thijs; nicolaas klaas; petronella nel;
    sebastiaan bas; theodorus theo; willem wim pim`,
  pl: `agnieszka aga; aleksandra ola; aleksander olek; andrzej jedrek; anna ania; barbara basia;
    elzbieta ela; grzegorz grzesiek; jakub kuba; jan janek; joanna asia; jozef jozek; katarzyna kasia;
    krzysztof krzysiek; lukasz lukaszek; magdalena magda; malgorzata gosia; mateusz mati; michal misiek;
    pawel pawelek; piotr piotrek; stanislaw staszek; tadeusz tadek; tomasz tomek; wojciech wojtek;
    zofia zosia`,
  pt: `antonio toninho; carlos carlinhos; fernando nando; francisco chico; guilherme gui; joao joaozinho;
    jose ze; leonardo leo; luis lula; manuel manel; marcelo celo; rodrigo digo; sebastiao tiao`,
  ru: `aleksandr sasha; aleksandra sasha; aleksey alyosha lyosha; anastasia nastya; dmitri dima mitya;
    ekaterina katya; elena lena; evgeny zhenya; ivan vanya; maria masha; mikhail misha; natalia natasha;
    nikolai kolya; olga olya; pavel pasha; sergei seryozha; svetlana sveta; tatiana tanya;
    vladimir vova volodya; александр саша; александра саша; алексей алёша лёша; анастасия настя;
    дмитрий дима; екатерина катя; елена лена; евгений женя; иван ваня; мария маша; михаил миша;
    наталья наташа; николай коля; ольга оля; павел паша; сергей серёжа; светлана света; татьяна таня;
    владимир вова`,
  scandinavian: `anders andy; elisabet lisa bettan; gunnar gugge; gustav gurra; karl kalle; kristian kris; lars lasse;
    margareta greta; nils nisse; olof olle; per pelle; sven svenne`,
};

/** By a form of a name, the names that it may stand for, which stand for themselves too. */
let known: ReadonlyMap<string, readonly string[]> | null = null;

/**
 * The full names that a given name may be a form of, itself included where it has short forms; `fold` is how names are
 * compared. Two given names are forms of one another where these lists meet.
 */
export function fullNamesOf(given: string, fold: (name: string) => string): readonly string[] {
  known ??= collect(fold);
  return known.get(given) ?? [];
}

function collect(fold: (name: string) => string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [language, lines] of Object.entries(FORMS))
    for (const line of lines.split(';')) {
      const forms = line.trim().split(/\s+/).map(fold);
      const full = `${language} ${forms[0] ?? ''}`;
      for (const form of new Set(forms)) names.set(form, [...(names.get(form) ?? []), full]);
    }
  return names;
}
